package vn.giaouoc.signature;

import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the server's keys; without them the product does not start. */
@Configuration(proxyBeanMethods = false)
class SigningSetup {

    private final SigningSettings settings;

    SigningSetup(SigningSettings settings) {
        this.settings = settings;
    }

    @Bean
    ServerKeys serverKeys(Clock clock) {
        if (settings.generate()) {
            TrialKey.ensure(settings.keyFile(), settings.password(), clock.instant());
        }
        return ServerKeys.read(settings.keyFile(), settings.password());
    }

    @Bean
    Anchor anchor(ServerKeys keys) {
        return new Anchor(settings.anchorFile(), keys);
    }

    @Bean
    AnchorKeeper anchorKeeper(Anchor anchor) {
        return new AnchorKeeper(anchor);
    }

    @Bean
    BookOpening bookOpening(SignatureChain chain, AnchorKeeper keeper, BookWatch watch) {
        return new BookOpening(chain, keeper, watch, settings.anchorAgain());
    }

    /** When the database is there and before the first request. */
    record BookOpening(SignatureChain chain, AnchorKeeper keeper, BookWatch watch, boolean again) implements SmartInitializingSingleton {

        @Override
        public void afterSingletonsInstantiated() {
            if (keeper.start(chain, watch.look(), again)) {
                watch.look();
            }
        }
    }
}
