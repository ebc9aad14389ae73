package vn.giaouoc.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.calendar.Foreseen;
import vn.giaouoc.calendar.PlannedDeadline;
import vn.giaouoc.calendar.YearPlan;
import vn.giaouoc.document.ApprovalStep;
import vn.giaouoc.document.ForeseenApproval;
import vn.giaouoc.platform.time.Deadlines;

/** The deadlines of campaigns until their units have answered, as a year's dry run sees them: of those under way and of drafted plans. */
@Component
class CampaignYearPlan implements YearPlan {

    private static final String ANSWERS = "Đơn vị gửi kế hoạch, đăng ký công trình, phần việc";
    private static final String RETURNS = "Hết thời gian trả lại kế hoạch của đơn vị";

    private final PlannedCampaigns planned;
    private final ForeseenApproval approval;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignYearPlan(PlannedCampaigns planned, ForeseenApproval approval, Deadlines deadlines, JdbcClient jdbc, Clock clock) {
        this.planned = planned;
        this.approval = approval;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What has become of a campaign. @param submitted the step its plan waits at in the chain of approval; null: none */
    private record Row(String code, String draftGroup, Instant createdAt, Instant issuedAt, Instant commentDueAt, Instant responseDueAt,
                       Instant returnUntil, ApprovalStep submitted) {
    }

    /** Units that still owe their answer by one moment. */
    private record Owed(String campaignCode, Instant dueAt, Set<String> units) {
    }

    @Override
    public List<PlannedDeadline> deadlines(LocalDate from, LocalDate to, Instant now) {
        List<PlannedCampaign> campaigns = planned.list();
        String[] codes = campaigns.stream().map(PlannedCampaign::code).toArray(String[]::new);
        Map<String, Row> rows = rows(codes);
        Map<String, List<Owed>> owed = owed(codes);
        return campaigns.stream().flatMap(campaign -> {
            Row row = rows.get(campaign.code());
            var year = new Foreseen(campaign.code(), campaign.title(), row.createdAt(), now, deadlines, clock.getZone());
            return (row.issuedAt() == null ? drafted(row, campaign, year, now)
                    : issued(row, campaign, year, owed.getOrDefault(campaign.code(), List.of()))).list().stream();
        }).toList();
    }

    private Map<String, Row> rows(String[] codes) {
        return jdbc.sql("select c.code, c.draft_group, c.created_at, c.issued_at, c.comment_due_at, c.response_due_at, "
                        + "c.return_until, p.next_step as submitted from campaign c left join paper p on p.id = c.code || '/KH' "
                        + "where c.code = any(?)").param(codes).query(Row.class).list().stream()
                .collect(Collectors.toMap(Row::code, Function.identity()));
    }

    private Map<String, List<Owed>> owed(String[] codes) {
        return jdbc.sql("select campaign_code, due_at, array_agg(unit_code) as units from participation "
                        + "where campaign_code = any(?) and status in ('PENDING', 'BLOCKED', 'OPEN', 'SUBMITTED', 'RETURNED') "
                        + "group by campaign_code, due_at order by due_at").param(codes)
                .query((rs, n) -> new Owed(rs.getString(1), rs.getTimestamp(2).toInstant(), Set.of((String[]) rs.getArray(3).getArray())))
                .list().stream().collect(Collectors.groupingBy(Owed::campaignCode));
    }

    private static Foreseen issued(Row row, PlannedCampaign campaign, Foreseen year, List<Owed> owed) {
        boolean fixed = campaign.plan() != null && campaign.plan().responseDue() != null;
        if (owed.isEmpty()) {
            year.done(ANSWERS, row.responseDueAt(), null, campaign.units(), fixed);
        }
        owed.forEach(some -> year.open(ANSWERS, some.dueAt(), null, some.units(), fixed && some.dueAt().equals(row.responseDueAt())));
        return year.ends(RETURNS, row.returnUntil(), Campaigns.DRAFTERS, false);
    }

    /** One step after the other; nothing is issued yet. */
    private Foreseen drafted(Row row, PlannedCampaign campaign, Foreseen year, Instant now) {
        if (row.submitted() == null) {
            if (row.commentDueAt() != null && row.commentDueAt().isAfter(now)) {
                year.open("Góp ý dự thảo kế hoạch", row.commentDueAt(), row.draftGroup(), Set.of(), false);
            } else {
                year.begun(deadlines.of(row.code()).standing("CAMPAIGN_DRAFT"))
                        .next("Soạn thảo, hoàn thiện kế hoạch", "CAMPAIGN_DRAFT", row.draftGroup());
            }
        }
        approval.add(year, Campaigns.paperOf(row.code()), row.submitted());
        Plan plan = campaign.plan();
        if (plan == null || campaign.units().isEmpty()) {
            return year;
        }
        if (plan.responseDue() != null) {
            year.stands(ANSWERS, deadlines.at(plan.responseDue()), null, campaign.units(), true);
        } else {
            year.next(ANSWERS, "RESPONSE_DUE", campaign.units());
        }
        return year.next(RETURNS, "RESPONSE_RETURN_WINDOW", Campaigns.DRAFTERS);
    }
}
