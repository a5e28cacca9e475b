package io.agentportal.genesys;

/// What a customer picked of the answers that Genesys offered.
///
/// @param originatingMessageId Genesys' id of the message that offered them
/// @param quickReply whether they were quick replies, and not other buttons
public record ChosenAnswer(String originatingMessageId, boolean quickReply, String payload) {}
