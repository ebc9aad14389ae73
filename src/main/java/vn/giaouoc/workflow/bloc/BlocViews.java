package vn.giaouoc.workflow.bloc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocDraft;
import vn.giaouoc.bloc.BlocKind;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.bloc.Compositions;
import vn.giaouoc.bloc.CompositionQueries;
import vn.giaouoc.bloc.CompositionView;
import vn.giaouoc.bloc.MemberDraft;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.CampaignSummary;
import vn.giaouoc.campaign.CampaignType;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.UnitKind;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Page;
import vn.giaouoc.workflow.approval.PaperSubject;
import vn.giaouoc.workflow.campaign.CampaignViews;

/** What the forms of a composition show. */
@Component
class BlocViews implements PaperSubject {

    private final CompositionQueries compositions;
    private final CampaignQueries campaigns;
    private final CampaignViews campaignViews;
    private final Organisation organisation;
    private final ObjectMapper json;

    BlocViews(CompositionQueries compositions, CampaignQueries campaigns, CampaignViews campaignViews, Organisation organisation,
              ObjectMapper json) {
        this.compositions = compositions;
        this.campaigns = campaigns;
        this.campaignViews = campaignViews;
        this.organisation = organisation;
        this.json = json;
    }

    @Override
    public boolean owns(String paperId) {
        return paperId.startsWith("TL-");
    }

    @Override
    public Map<String, Object> view(String paperId) {
        return document(paperId.substring(0, paperId.indexOf('/')));
    }

    /** The composition as a document: content, findings, files, and its paper as far as it is. */
    Map<String, Object> document(String code) {
        var view = new LinkedHashMap<String, Object>();
        CompositionView composition = compositions.get(code);
        view.put("subject", "COMPOSITION");
        view.put("composition", composition);
        view.put("periodName", composition.periodName());
        view.put("title", composition.title());
        view.put("names", names(composition.blocs()));
        view.put("findings", compositions.findings(code));
        view.put("files", campaignViews.files(code));
        view.put("paper", campaignViews.paper(Compositions.paperOf(code)));
        view.putAll(choices());
        return view;
    }

    /** What the editor needs besides: units to choose from, whose turn it is. */
    Map<String, Object> editor(String code) {
        Map<String, Object> view = document(code);
        view.put("units", organisation.units().stream().filter(unit -> unit.active() && unit.hasAccount())
                .map(unit -> Map.of("code", unit.code(), "name", unit.name(), "kind", unit.kind())).toList());
        view.put("unitKinds", Arrays.stream(UnitKind.values()).map(kind -> Map.of("code", kind, "name", kind.label())).toList());
        view.put("rotation", compositions.rotation(code));
        view.put("basis", compositions.basis(code));
        return view;
    }

    /** What the editor begins with: what is kept of the composition, at first what the rotation proposes. */
    ObjectNode editable(String code) {
        CompositionView composition = compositions.get(code);
        ObjectNode data = json.createObjectNode();
        data.set("basis", json.valueToTree(compositions.basis(code)));
        data.put("title", composition.title());
        data.put("legalGrounds", composition.legalGrounds());
        data.set("blocs", json.valueToTree(composition.blocs()));
        ObjectNode reasons = data.putObject("reasons");
        compositions.findings(code).stream().filter(finding -> finding.reason() != null)
                .forEach(finding -> reasons.put(finding.code(), finding.reason()));
        data.set("files", json.valueToTree(campaignViews.files(code)));
        return data;
    }

    /** Regular campaigns a composition may be linked to, newest first. */
    List<Map<String, Object>> regularCampaigns(Actor actor) {
        return campaigns.list(actor, null, null, null, 0, Page.MOST).items().stream()
                .filter(campaign -> campaign.type() == CampaignType.REGULAR)
                .filter(campaign -> !Set.of("REFUSED", "WITHDRAWN").contains(campaign.status())).map(BlocViews::campaign).toList();
    }

    private static Map<String, Object> campaign(CampaignSummary campaign) {
        return Map.of("code", campaign.code(), "name", campaign.code() + " – " + campaign.title());
    }

    /** The decision, once it was handed in. */
    Optional<PaperView> paper(String code) {
        return compositions.paper(code);
    }

    private Map<String, String> names(List<BlocDraft> blocs) {
        return organisation.names(blocs.stream().flatMap(bloc -> bloc.members().stream()).map(MemberDraft::unit).distinct().toList());
    }

    private static Map<String, Object> choices() {
        List<Map<String, Object>> roles = new ArrayList<>();
        for (BlocRole role : BlocRole.values()) {
            roles.add(Map.of("code", role, "KHOI", role.label(BlocKind.KHOI), "CUM", role.label(BlocKind.CUM)));
        }
        return Map.of("blocKinds", Arrays.stream(BlocKind.values()).map(kind -> Map.of("code", kind, "name", kind.label())).toList(),
                "blocRoles", roles);
    }
}
