package vn.giaouoc.document;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import com.deepoove.poi.xwpf.BodyContainer;
import com.deepoove.poi.xwpf.BodyContainerFactory;
import org.apache.poi.xwpf.usermodel.BodyType;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import vn.giaouoc.document.PaperContent.Joint;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.document.PaperContent.Verification;

/** A place where the program draws: a table, the grid of signatures, the QR code. Nothing is loaded from an address. */
final class DrawnPlace implements RenderPolicy {

    @Override
    public void render(ElementTemplate place, Object data, XWPFTemplate template) {
        XWPFRun run = ((RunTemplate) place).getRun();
        if (data instanceof Verification verification) {
            PicturePlace.draw(verification.qr(), run);
            return;
        }
        BodyContainer container = BodyContainerFactory.getBodyContainer(run);
        int width = container.elementPageWidth((IBodyElement) run.getParent());
        if (data instanceof Table table) {
            boolean styled = template.getXWPFDocument().getStyles() != null
                    && template.getXWPFDocument().getStyles().styleExist(TablePlace.TABLE);
            TablePlace.draw(table, container.insertNewTable(run, table.rows().size() + 1, table.heads().size()), styled, width);
        } else if (data instanceof Joint joint && ((XWPFParagraph) run.getParent()).getPartType() == BodyType.TABLECELL) {
            SignaturePlace.column(joint, container, run);
        } else if (data instanceof Joint joint) {
            SignaturePlace.draw(joint, container, run, width);
        }
        container.clearPlaceholder(run, true);
    }
}
