package io.agentportal.platform.db;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/// Says on standard error, in plain sentences, why the service does not start and what to do.
///
/// Spring Boot's own report of the same is switched off in `application.yaml`.
class PlainFailureReporter implements FailureAnalysisReporter {

  @Override
  public void report(FailureAnalysis analysis) {
    String action = analysis.getAction() == null ? "" : " " + analysis.getAction().strip();
    System.err.println("Agent Portal cannot start. " + analysis.getDescription().strip() + action);
  }
}
