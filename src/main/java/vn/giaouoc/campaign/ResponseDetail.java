package vn.giaouoc.campaign;

import java.util.List;
import vn.giaouoc.document.AttachmentView;

/** One unit's part in a campaign with its files. */
public record ResponseDetail(ResponseView response, List<AttachmentView> files) {
}
