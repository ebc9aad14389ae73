package vn.giaouoc.calendar;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.calendar.CalendarEdit.DayEdit;
import vn.giaouoc.platform.security.CurrentActor;

/** What the page "Lịch làm việc, thời hạn" calls. Not part of the public API. */
@RestController
@Hidden
@RequestMapping("/api/v1/calendar")
class CalendarController {

    private final CalendarQueries queries;
    private final CalendarChanges changes;
    private final DryRun dryRun;
    private final CalendarFile file;
    private final CurrentActor actor;

    CalendarController(CalendarQueries queries, CalendarChanges changes, DryRun dryRun, CalendarFile file, CurrentActor actor) {
        this.queries = queries;
        this.changes = changes;
        this.dryRun = dryRun;
        this.file = file;
        this.actor = actor;
    }

    @GetMapping
    CalendarQueries.Overview overview() {
        return queries.overview(actor.get());
    }

    @GetMapping("/years/{year}/days")
    List<CalendarTable.Day> days(@PathVariable int year) {
        return queries.days(actor.get(), year);
    }

    @GetMapping("/years/{year}/proposal")
    List<DayEdit> proposal(@PathVariable int year) {
        return queries.proposal(actor.get(), year);
    }

    @PostMapping("/changes/preview")
    CalendarChanges.Preview preview(@RequestBody CalendarEdit edit) {
        return changes.preview(actor.get(), edit);
    }

    @PostMapping("/changes")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> apply(@RequestBody CalendarEdit edit, @RequestParam(required = false) String latest) {
        return Map.of("code", changes.apply(actor.get(), edit, latest));
    }

    @GetMapping("/changes")
    List<ChangeView> changes() {
        return changes.list(actor.get());
    }

    @GetMapping("/changes/{change}")
    ChangeView change(@PathVariable String change) {
        return changes.get(actor.get(), change);
    }

    @GetMapping("/years/{year}/deadlines")
    YearView deadlines(@PathVariable int year, @RequestParam(required = false) String caseCode, @RequestParam(required = false) String who,
                       @RequestParam(defaultValue = "5") int perWeek) {
        return dryRun.of(actor.get(), year, caseCode, who, perWeek);
    }

    @GetMapping("/years/{year}/deadlines.ics")
    ResponseEntity<byte[]> file(@PathVariable int year, @RequestParam(required = false) String caseCode,
                                @RequestParam(required = false) String who) {
        byte[] content = file.of(dryRun.of(actor.get(), year, caseCode, who, 5));
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"han-thi-dua-" + year + ".ics\"").body(content);
    }
}
