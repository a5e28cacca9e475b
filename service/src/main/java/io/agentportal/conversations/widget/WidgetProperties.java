package io.agentportal.conversations.widget;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the widget may be shown, and for how long a token opens it.
///
/// @param frameAncestors pages besides the portal's own that may frame it standing alone, as
///   sources of a content security policy
@ConfigurationProperties("portal.widget")
record WidgetProperties(
    @DefaultValue("10m") Duration portalToken,
    @DefaultValue("8h") Duration standaloneToken,
    @DefaultValue({}) List<String> frameAncestors) {}
