package io.agentportal.bridge.budget;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// WhatsApp's limits on sending, of this node (Meta, "Throughput" and "About the platform").
///
/// @param numberPerSecond messages of one tenant's number; 0: no limit
/// @param pairBurst messages to one customer in a row; 0: no limit. One fewer than Meta's 45, since
///   Meta counts by its own clock, when a message gets there
/// @param pairInterval after that, one message to the customer in this time
@Validated
@ConfigurationProperties("portal.bridge.budget")
record BudgetProperties(
    @DefaultValue("80") @Min(0) int numberPerSecond,
    @DefaultValue("44") @Min(0) int pairBurst,
    @DefaultValue("6s") Duration pairInterval) {}
