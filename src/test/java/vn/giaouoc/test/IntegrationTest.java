package vn.giaouoc.test;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * Base of every test that needs the running product: one application, one engine, one PostgreSQL and one HTTP port for
 * all of them. Jobs run only when a test says so (the job executor is off).
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=false")
@ActiveProfiles("test")
@Import({TestDatabase.class, TestMail.class, Jobs.class, TakenFlows.class, Officials.class, Cases.class, ThrowAwayUnits.class})
@Tag("integration")
public abstract class IntegrationTest {
}
