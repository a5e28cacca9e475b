package io.agentportal.conversations.list;

/// Everything that lists filter by, in one combination that exists.
///
/// @param direction of the last message; empty where there is none
/// @param errorCode of the latest failure; empty where nothing ever failed
/// @param inWholeDays conversations of it in the whole days of the range that was asked for
record Facet(
    String status, String direction, String phoneNumberId, String errorCode, long inWholeDays) {}
