package vn.giaouoc.platform.engine;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.time.ClockMoved;
import vn.giaouoc.platform.time.ProductClock;
import vn.giaouoc.platform.time.TrialClock;

/** The engine's clock follows the product's, from before its first job on. In production both are the machine's. */
@Component
@DependsOnDatabaseInitialization
class EngineClock extends AbstractCamundaConfiguration {

    private final ProductClock clock;
    private final ObjectProvider<TrialClock> trialClock;

    EngineClock(ProductClock clock, ObjectProvider<TrialClock> trialClock) {
        this.clock = clock;
        this.trialClock = trialClock;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        trialClock.getIfAvailable(); // reads the kept offset
        follow(clock);
    }

    @EventListener
    void moved(ClockMoved moved) {
        follow(moved.clock());
    }

    private static void follow(ProductClock clock) {
        ClockUtil.offset(clock.offsetMillis());
    }
}
