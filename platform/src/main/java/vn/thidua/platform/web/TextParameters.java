package vn.thidua.platform.web;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Brings the texts of parameters and paths into the form of {@link Texts}. */
@ControllerAdvice
public final class TextParameters {

    /** For every parameter that is a text. */
    @InitBinder
    public void texts(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(@Nullable String text) {
                setValue(text == null ? null : Texts.clean(text));
            }
        });
    }
}
