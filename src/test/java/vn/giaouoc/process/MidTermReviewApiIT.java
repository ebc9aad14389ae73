package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.test.Http;

/** The mid-term review over REST: read by who may see the bloc, begun early, its papers. */
class MidTermReviewApiIT extends ReviewTest {

    @LocalServerPort
    int port;

    @Test
    void anotherSystemBeginsTheReviewAndReadsIt() throws Exception {
        List<String> units = List.of("sct", "sxd");
        String year = yearOfToday(2043, units);
        String path = "/api/v1/blocs/" + year + "/mid-term-review";
        Http system = Http.basic(port, "tichhop", "trial");
        assertThat(body(system.send("GET", path, null), 200).get("status").asText()).isEqualTo("NOT_BEGUN");
        assertThat(Http.session(port, "canbo.sgddt").send("GET", path, null).statusCode()).as("not its bloc").isEqualTo(404);
        assertThat(Http.session(port, "canbo.sxd").send("POST", path, null).statusCode()).as("not its head").isEqualTo(403);
        assertThat(system.send("GET", path + "/papers/REPORT/PDF", null).statusCode()).isEqualTo(404);
        body(system.send("POST", path, null), 201);
        assertThat(body(system.send("POST", path, null), 200).get("key").asText()).isEqualTo(ReviewKey.of(year));
        jobs.runDue();

        String key = ReviewKey.of(year);
        reportAll(key, units);
        JsonNode own = body(Http.session(port, "canbo.sxd").send("GET", path, null), 200);
        assertThat(own.get("members").get(1).get("report").get("results").asText()).isNotBlank();
        assertThat(own.get("members").get(0).get("report").isNull()).as("another member's words").isTrue();
        finishReview(key, "sct");
        assertThat(system.bytes(path + "/papers/REPORT/PDF")).startsWith("%PDF".getBytes());
        assertThat(system.bytes(path + "/papers/MINUTES/DOCX")).startsWith("PK".getBytes());
        assertThat(system.send("POST", "/api/v1/blocs/" + composed(2044, units) + "/mid-term-review", null).statusCode())
                .as("no covenant is recorded").isEqualTo(409);
    }

    private JsonNode body(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }
}
