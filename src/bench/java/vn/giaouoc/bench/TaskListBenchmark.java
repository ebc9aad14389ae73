package vn.giaouoc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.test.Cost;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.Meter;

/**
 * The lists of Tasklist with 10,000 and 100,000 open tasks, by the requests that Tasklist sends: a page of fifteen with its
 * columns and its total, and the total alone. Each unit has twenty tasks; there are more units among more tasks. Of all tasks so many are
 * late and so many soon due, whatever the number of the others: the work of a supervisor. No list may grow with the tasks it does not list.
 */
class TaskListBenchmark extends Bench {

    private static final int CAMPAIGNS = 20;
    private static final int TIMES = 9;
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String PAGE = "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}],\"active\":true}";
    /** So many tasks are late and so many due within three days, chosen at random among all; of either half nobody has taken. */
    private static final int LATE = 300;
    /** A list may look at so many times the pages it looks at with the fewest tasks. */
    private static final double MOST = 2;

    @Autowired
    EmbeddedPostgres postgres;
    @Autowired
    ProductRun product;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ObjectMapper json;
    @Autowired
    Clock clock;
    @LocalServerPort
    int port;

    private final List<String> grown = new ArrayList<>();

    private record Who(String title, String user, String filter) {
    }

    private record Figures(double millis, double statements, double pages) {
    }

    @Test
    void listsStayFlatWhileTasksGrow() {
        var meter = new Meter(postgres, "postgres");
        var lists = new ArrayList<List<Figures>>();
        int built = 0;
        List<Integer> sizes = Arrays.stream(System.getProperty("bench.tasks", "10000,100000").split(",")).map(String::strip)
                .map(Integer::valueOf).sorted().toList();
        IntStream.range(0, CAMPAIGNS).forEach(i -> product.drafted());
        for (int size : sizes) {
            String prefix = "t" + (char) ('a' + sizes.indexOf(size));
            String unit = build(prefix, (size - built) / CAMPAIGNS);
            built = size;
            dueDates();
            say("Open tasks: %,d; authorizations: %,d", count("act_ru_task"), count("act_ru_authorization"));
            lists.add(measure(meter, size, unit));
        }
        print(sizes, lists);
        assertThat(grown).as("lists that grow with the tasks of others").isEmpty();
    }

    /** New units with twenty tasks each: one campaign through the engine, nineteen by copies of its rows. @return one of the units */
    private String build(String prefix, int units) {
        long start = System.nanoTime();
        List<String> codes = new Province(jdbc).communes(prefix, units);
        String code = product.opened();
        say("%,d units opened through the engine in %,d s", units, (System.nanoTime() - start) / 1_000_000_000);
        new OpenTaskCopies(jdbc).copy(code, CAMPAIGNS - 1);
        say("and copied %d times in all after %,d s", CAMPAIGNS - 1, (System.nanoTime() - start) / 1_000_000_000);
        return codes.get(units / 2);
    }

    private List<Who> people(String unit) {
        return List.of(new Who("a unit's official", "canbo." + unit, "Việc của đơn vị"),
                new Who("the same, overdue", "canbo." + unit, "Quá hạn"),
                new Who("Sở Nội vụ", "chuyenvien", "Việc của đơn vị"),
                new Who("the supervisor, overdue", "giamsat", "Việc quá hạn"),
                new Who("the same, nobody's", "giamsat", "Quá hạn, chưa ai nhận"),
                new Who("the same, soon due", "giamsat", "Đến hạn trong 3 ngày"));
    }

    /** All tasks are in time but {@link #LATE} that are late and as many that soon are. */
    private void dueDates() {
        jdbc.sql("""
                        update act_ru_task t set
                          due_date_ = case when n > 2 * :many then cast(:later as timestamp) when n % 2 = 0 then cast(:late as timestamp)
                            else cast(:soon as timestamp) end,
                          assignee_ = case when n <= 2 * :many and n % 4 < 2 then 'somebody' end
                        from (select id_, row_number() over (order by md5(id_)) as n from act_ru_task) x where x.id_ = t.id_""")
                .param("later", Timestamp.from(inDays(20))).param("late", Timestamp.from(inDays(-2))).param("soon", Timestamp.from(inDays(2)))
                .param("many", LATE).update();
        // Nothing of the change shall be left in the measurement, and the late ones shall lie scattered among the others, as in life.
        jdbc.sql("cluster act_ru_task using act_ru_task_pkey").update();
        jdbc.sql("analyze").update(); // as autovacuum does within a minute
    }

    private Instant inDays(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private List<Figures> measure(Meter meter, int size, String unit) {
        List<Figures> figures = new ArrayList<>();
        for (Who who : people(unit)) {
            Http person = Http.session(port, who.user());
            String filter = filter(person, who.filter());
            for (String request : List.of("list?firstResult=0&maxResults=15", "count")) {
                Runnable call = () -> request(person, ENGINE + "/filter/" + filter + "/" + request);
                IntStream.range(0, 3).forEach(i -> call.run());
                Cost cost = meter.measure(call);
                figures.add(new Figures(median(call), cost.statements(), cost.pages()));
                keep("tasks-%d-%s-%s.txt".formatted(size, who.title().replaceAll("[^A-Za-z]+", "-"), request.replaceAll("\\?.*", "")),
                        new Plans(postgres).slowest(call));
            }
        }
        return figures;
    }

    private String filter(Http person, String name) {
        try {
            for (JsonNode filter : json.readTree(person.send("GET", ENGINE + "/filter?resourceType=Task", null).body())) {
                if (filter.get("name").asText().equals(name)) {
                    return filter.get("id").asText();
                }
            }
            throw new AssertionError("No filter " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void request(Http person, String path) {
        var answer = person.sendAccepting("application/hal+json, application/json; q=0.5", "POST", path, path.endsWith("count") ? "{}" : PAGE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static double median(Runnable call) {
        double[] millis = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            call.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[TIMES / 2];
    }

    private void print(List<Integer> sizes, List<List<Figures>> lists) {
        StringBuilder head = new StringBuilder("%-30s".formatted(""));
        sizes.forEach(size -> head.append("%,15d tasks%24s".formatted(size, "")));
        say("");
        say(head.toString());
        StringBuilder second = new StringBuilder("%-30s".formatted("request"));
        sizes.forEach(size -> second.append("%15s%15s%15s".formatted("ms (median)", "statements", "pages")));
        say(second + "%15s".formatted("pages, ratio"));
        List<Who> people = people("x");
        for (int i = 0; i < 2 * people.size(); i++) {
            String label = people.get(i / 2).title() + (i % 2 == 0 ? ", page" : ", count");
            StringBuilder line = new StringBuilder("%-30s".formatted(label));
            for (List<Figures> figures : lists) {
                Figures one = figures.get(i);
                line.append("%,15.1f%,15.0f%,15.0f".formatted(one.millis(), one.statements(), one.pages()));
            }
            double ratio = lists.get(lists.size() - 1).get(i).pages() / lists.get(0).get(i).pages();
            say(line + "%15.2f".formatted(ratio));
            if (ratio > MOST) {
                grown.add(label);
            }
        }
        say("Plans of the slowest statement of each request, with real parameters: target/bench/tasks-*.txt");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static void keep(String file, String text) {
        try {
            Files.writeString(DurableDatabase.OUTPUT.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
