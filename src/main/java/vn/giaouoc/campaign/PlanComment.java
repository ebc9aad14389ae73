package vn.giaouoc.campaign;

import java.util.List;
import vn.giaouoc.document.FileRef;

/** A unit's comment on a draft. */
public record PlanComment(Boolean agree, String text, List<FileRef> files) {
}
