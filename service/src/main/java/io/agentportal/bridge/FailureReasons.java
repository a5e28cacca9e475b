package io.agentportal.bridge;

import io.agentportal.genesys.DeliveryReceipt.ReasonCode;

/// Meta's error codes in Genesys' words (WhatsApp Cloud API error codes; Open Messaging receipt
/// reasons).
final class FailureReasons {
  private FailureReasons() {}

  /// @param code Meta's error code as text, or one of our own
  static ReasonCode of(String code) {
    return switch (code) {
      case "131047", "130472", "131049", "368", "131031", "130497" ->
          ReasonCode.MESSAGE_NOT_ALLOWED;
      case "131026", "131021", "131030", "131062", "100-33" -> ReasonCode.INVALID_DESTINATION;
      case "4", "17", "32", "613", "80007", "130429", "131048", "131056" -> ReasonCode.RATE_LIMITED;
      case "131050" -> ReasonCode.RECIPIENT_OPTED_OUT;
      case "131051" -> ReasonCode.UNSUPPORTED_MESSAGE;
      case "131052", "131053" -> ReasonCode.MEDIA_TYPE_NOT_ALLOWED;
      case "100",
          "131008",
          "131009",
          "132000",
          "132001",
          "132005",
          "132007",
          "132008",
          "132012",
          "132015",
          "132016",
          "135000" ->
          ReasonCode.INVALID_MESSAGE_STRUCTURE;
      case "1", "2", "131000", "131016", "131057", "133004", "unreachable" ->
          ReasonCode.SERVER_ERROR;
      case "expired" -> ReasonCode.MESSAGE_EXPIRED;
      default -> ReasonCode.GENERAL_ERROR;
    };
  }
}
