package io.agentportal.platform.errors;

/// What is wrong with one field of a request.
///
/// @param field the JSON member or query parameter, in dotted notation
/// @param message for users; names the offending value and the expected one
public record FieldProblem(String field, String message) {}
