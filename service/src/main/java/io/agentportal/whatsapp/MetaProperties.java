package io.agentportal.whatsapp;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How to reach Meta's Graph API.
///
/// @param graphUrl without version and trailing slash
/// @param graphVersion `v26.0`; Meta keeps a version for about two years
/// @param timeout of one call
/// @param mediaUrls where files may be fetched from, besides the Graph API itself
@ConfigurationProperties("portal.meta")
record MetaProperties(
    @DefaultValue("https://graph.facebook.com") URI graphUrl,
    @DefaultValue("v26.0") String graphVersion,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("https://lookaside.fbsbx.com") List<URI> mediaUrls) {}
