package vn.giaouoc.platform;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the product looks for by itself, beside the engine's jobs. Off in tests, which make it look when they want it to. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("giaouoc.by-itself")
class Schedules {
}
