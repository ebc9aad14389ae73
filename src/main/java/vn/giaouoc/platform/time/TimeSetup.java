package vn.giaouoc.platform.time;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock bean every other class injects. */
@Configuration(proxyBeanMethods = false)
class TimeSetup {

    @Bean
    ProductClock clock(@Value("${giaouoc.zone}") ZoneId zone) {
        return new ProductClock(zone);
    }
}
