package vn.giaouoc.bench;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.giaouoc.test.Officials;

/** Base of the benchmarks: the product on a durable database of its own; jobs run on the measuring thread, mails in portions as in earnest. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "logging.level.root=warn", "giaouoc.mail.portions.tasks=200",
                "giaouoc.mail.portions.people=200", "giaouoc.mail.portions.letters=50"})
@ActiveProfiles("test")
@Import({DurableDatabase.class, Officials.class, ProductRun.class, CovenantRun.class})
@DirtiesContext
abstract class Bench {

    /** A line of progress or of the result. */
    static void say(String line, Object... values) {
        System.out.println(values.length == 0 ? line : line.formatted(values));
        System.out.flush();
    }
}
