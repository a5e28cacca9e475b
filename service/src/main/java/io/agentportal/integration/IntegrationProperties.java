package io.agentportal.integration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The connectivity test and the watch over what is deployed at the partners.
///
/// @param checkWithin longest time of one check
/// @param testWithin longest time of a whole test; below the 30 seconds that browsers wait
/// @param driftEvery how often is looked whether somebody changed at a partner what was deployed
@ConfigurationProperties("portal.integration")
record IntegrationProperties(
    @DefaultValue("10s") Duration checkWithin,
    @DefaultValue("25s") Duration testWithin,
    @DefaultValue("15m") Duration driftEvery) {}
