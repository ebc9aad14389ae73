package vn.giaouoc.test;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    /** The last year of the table of holidays as it is delivered. */
    private static final int TABLE_ENDS = 2030;

    @Autowired
    private JdbcClient database;
    @Autowired
    private Clock productClock;

    /** All tests share one clock that only moves forward; its last tests shall not stand at the end of the table of holidays. */
    @BeforeEach
    void holidaysOfTheYearsToCome() {
        int year = LocalDate.now(productClock).getYear();
        if (year >= TABLE_ENDS - 1) { // a test may move more than a year
            database.sql("insert into calendar_year (year, announced, legal_source) select year, false, 'Phép thử' from generate_series(?, ?) year on conflict do nothing")
                    .params(year, year + 3).update();
        }
    }
}
