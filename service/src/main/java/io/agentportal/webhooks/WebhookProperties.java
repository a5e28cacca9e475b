package io.agentportal.webhooks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Taking calls in.
///
/// @param writers threads (and connections) that commit what is waiting
/// @param batchCalls most calls of one commit
/// @param batchSize most bytes of one commit; a single larger call goes alone
/// @param memory bodies being read or waiting for their commit; what goes beyond is answered 503
/// @param readWithin longest time a body may take to arrive
/// @param answerWithin longest wait for the commit, then 503
/// @param refuseAfter when a refused call is answered, counted from its arrival: the same for every
///   reason, so that the time tells nothing about tenants and secrets
/// @param retentionDays age at which a day of stored calls is dropped, once all of it is routed
@Validated
@ConfigurationProperties("portal.webhooks")
record WebhookProperties(
    @DefaultValue("1") @Min(1) @Max(16) int writers,
    @DefaultValue("512") @Min(1) @Max(1_024) int batchCalls,
    @DefaultValue("8MB") DataSize batchSize,
    @DefaultValue("128MB") DataSize memory,
    @DefaultValue("10s") Duration readWithin,
    @DefaultValue("5s") Duration answerWithin,
    @DefaultValue("25ms") Duration refuseAfter,
    @DefaultValue("30") @Min(1) int retentionDays) {}
