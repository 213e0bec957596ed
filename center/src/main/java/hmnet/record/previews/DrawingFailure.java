package hmnet.record.previews;

import hmnet.record.previews.PagePicture.WhyUndrawn;
import org.jspecify.annotations.Nullable;

/// A page that could not be drawn (描けないページ).
final class DrawingFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final WhyUndrawn why;
    private final @Nullable PreviewProgram program;

    DrawingFailure(WhyUndrawn why, String said) {
        super(said);
        this.why = why;
        this.program = null;
    }

    DrawingFailure(PreviewProgram missing) {
        super(missing.command() + " is not installed");
        this.why = WhyUndrawn.MISSING;
        this.program = missing;
    }

    WhyUndrawn why() {
        return why;
    }

    @Nullable
    PreviewProgram program() {
        return program;
    }
}
