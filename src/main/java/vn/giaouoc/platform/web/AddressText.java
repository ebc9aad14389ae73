package vn.giaouoc.platform.web;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Texts in addresses are held to the same rule as those in bodies: NFC, and nothing that cannot be stored (see {@link NfcText}). */
@ControllerAdvice
class AddressText {

    @InitBinder
    void texts(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new Nfc());
    }

    private static final class Nfc extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(text == null ? null : NfcText.of(text));
        }
    }
}
