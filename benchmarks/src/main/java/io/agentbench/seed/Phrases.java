package io.agentbench.seed;

import java.util.List;
import java.util.SplittableRandom;

/// Names and sentences of invented people. Some are frequent, most are not, as in life.
final class Phrases {
  private static final List<String> FIRST =
      List.of(
          "Maria",
          "José",
          "Ana",
          "Wei",
          "Fatima",
          "João",
          "Anna",
          "Mohammed",
          "Luca",
          "Sofía",
          "Emma",
          "Noah",
          "Olivia",
          "Lukas",
          "Hannah",
          "Mateo",
          "Valentina",
          "Yuki",
          "Aisha",
          "Omar",
          "Ingrid",
          "Søren",
          "Zoë",
          "Ömer",
          "Đorđe",
          "Łukasz",
          "Ivana",
          "Priya",
          "Rahul",
          "Chen",
          "Minh",
          "Thảo",
          "Kwame",
          "Amara",
          "Tendai",
          "Zanele",
          "Pierre",
          "Camille",
          "Giulia",
          "Marco",
          "Karin",
          "Johannes",
          "Frieda",
          "Oskar",
          "Matilda",
          "Birgit",
          "Ayşe",
          "Mehmet",
          "Leila",
          "Reza");

  private static final String[] ONSETS = {
    "B", "Br", "C", "Ch", "D", "F", "G", "Gr", "H", "K", "L", "M", "N", "P", "R", "S", "Sch", "St",
    "T", "V", "W"
  };
  private static final String[] NUCLEI = {"a", "e", "i", "o", "u", "ei", "au", "ie", "á", "ó"};
  private static final String[] CODAS = {
    "ller", "rez", "mann", "sen", "ni", "va", "ski", "ng", "tta", "lho", "rd", "nes", "yama", "pta",
    "der"
  };

  private static final List<String> CUSTOMER =
      List.of(
          "Good morning, is my order on its way?",
          "Hi! I would like to change my delivery address.",
          "The parcel arrived damaged, what can I do?",
          "Thanks a lot!",
          "Ok",
          "When are you open on Saturday?",
          "I was charged twice, please check.",
          "Can I still cancel?",
          "My invoice shows the wrong name; could you send a new one, please?",
          "¿Tienen este modelo en azul?");

  private static final List<String> AGENT =
      List.of(
          "Good morning! I am looking into it right now.",
          "Your order left our warehouse this morning.",
          "Could you tell me the order number, please?",
          "I have changed the address. Is there anything else I can do for you?",
          "We refunded the second charge; it takes two to three days.",
          "You are welcome. Have a nice day!",
          "A photo of the parcel would help us.",
          "We are open from 9 to 16 on Saturdays.");

  private Phrases() {}

  static String name(SplittableRandom random) {
    double skewed = random.nextDouble() * random.nextDouble();
    String first = FIRST.get((int) (skewed * FIRST.size()));
    String last =
        pick(ONSETS, random)
            + pick(NUCLEI, random)
            + (random.nextBoolean() ? pick(CODAS, random) : "")
            + (random.nextInt(3) == 0 ? "" : pick(NUCLEI, random))
            + pick(CODAS, random);
    return first + " " + last;
  }

  static String text(boolean inbound, SplittableRandom random) {
    List<String> texts = inbound ? CUSTOMER : AGENT;
    return texts.get(random.nextInt(texts.size()));
  }

  private static String pick(String[] parts, SplittableRandom random) {
    return parts[random.nextInt(parts.length)];
  }
}
