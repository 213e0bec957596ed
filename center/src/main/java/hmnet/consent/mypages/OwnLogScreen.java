package hmnet.consent.mypages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of who saw what (だれが見たかの画面).
///
/// @param lines newest first
/// @param older the address of what came before, or null
/// @param newest the address of the newest, or null where this is it
public record OwnLogScreen(
        List<OwnLogLine> lines,
        @Nullable String older,
        @Nullable String newest) {}
