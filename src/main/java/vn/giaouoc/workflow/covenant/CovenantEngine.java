package vn.giaouoc.workflow.covenant;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.AnnexOpening;
import vn.giaouoc.covenant.CovenantFlow;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.covenant.MemberPart;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.response.OpenCases;
import vn.giaouoc.workflow.response.ResponseProcess;

/**
 * Answers for the engine what covenants ask of it. Messages go out in the transaction of the act, under the covenant's row lock:
 * of two members acting at the same moment the second sees what the first did, and only one of them sends.
 */
@Component
class CovenantEngine implements CovenantFlow {

    private final RuntimeService runtime;
    private final CovenantMembers members;
    private final CovenantDates dates;
    private final OpenCases cases;
    private final AsSystem asSystem;

    CovenantEngine(@Lazy RuntimeService runtime, CovenantMembers members, CovenantDates dates, OpenCases cases, @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.members = members;
        this.dates = dates;
        this.cases = cases;
        this.asSystem = asSystem;
    }

    @Override
    public void allCommented(String key) {
        tell(key, CovenantProcess.ALL_COMMENTED, Map.of());
    }

    @Override
    public void allRegistered(String key) {
        tell(key, CovenantProcess.ALL_REGISTERED, Map.of());
    }

    @Override
    public void inForce(String key) {
        tell(key, CovenantProcess.IN_FORCE, Map.of());
    }

    @Override
    public void allSigned(String key) {
        tell(key, CovenantProcess.ALL_SIGNED, Map.of(CovenantProcess.SNV_DUE_AT, dates.record(key)));
    }

    @Override
    public void refused(String key) {
        tell(key, CovenantProcess.SIGNING_REFUSED, Map.of());
    }

    @Override
    public void signedOnPaper(String key, List<String> units) {
        members.tell(key, units, CovenantProcess.SIGNED_ON_PAPER, Map.of());
    }

    @Override
    public void reopened(String blocYear, int version) {
        asSystem.run(() -> runtime.createMessageCorrelation(BlocYearProcess.COVENANT_REOPENED).processInstanceBusinessKey(blocYear)
                .setVariable(BlocYearProcess.COVENANT_KEY, CovenantKey.of(blocYear, version))
                .setVariable(BlocYearProcess.HEAD_DUE_AT, dates.draft(CovenantKey.of(blocYear, version))).correlate());
    }

    @Override
    public void givenUp(String blocYear) {
        asSystem.run(() -> runtime.createMessageCorrelation(BlocYearProcess.AMENDMENT_GIVEN_UP).processInstanceBusinessKey(blocYear)
                .correlate());
    }

    @Override
    public void signingOpenedAgain(String key, List<String> units) {
        members.openSigning(key, units, Map.of());
    }

    @Override
    public void partsEnded(String key, List<String> units, String reason) {
        asSystem.run(() -> cases.end(units.stream().map(unit -> CovenantKey.part(key, unit)).toList(), reason));
    }

    @Override
    public void partOpened(String key, String title, MemberPart part) {
        asSystem.run(() -> members.join(key, title, part));
    }

    @Override
    public void annexesEnded(List<String> keys, String reason) {
        asSystem.run(() -> cases.end(keys, reason));
    }

    @Override
    public void annexOpened(AnnexOpening opening) {
        asSystem.run(() -> runtime.startProcessInstanceByKey(CovenantProcess.ANNEX_KEY, opening.key(), Map.of(
                BlocYearProcess.CASE_CODE, CovenantKey.parse(opening.key()).blocYear(),
                BlocYearProcess.TITLE, CampaignVariables.shortened(opening.title()),
                ResponseProcess.UNIT_NAME, opening.unitName(), ResponseProcess.UNIT_GROUP, opening.unitGroup(),
                CovenantProcess.LEAD_GROUP, opening.leadGroup(), ResponseProcess.DUE_AT, Date.from(opening.dueAt()),
                ResponseProcess.READY, opening.ready())));
    }

    private void tell(String key, String message, Map<String, Object> variables) {
        asSystem.run(() -> runtime.createMessageCorrelation(message).processInstanceBusinessKey(key).setVariables(variables)
                .correlateAll());
    }
}
