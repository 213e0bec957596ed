package hmnet.ground.design;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/// Whom a visitor goes on to without searching (次に開く方). A wing above knows them.
public interface PeopleAtHand {
    /// Those for whoever sent this request, in the order in which they stand on the visitor's list.
    List<PersonAtHand> of(HttpServletRequest request);

    /// One of them.
    ///
    /// @param path the chart's address, `/people/…`
    /// @param name as the screens write it, with the reading
    record PersonAtHand(String path, String name, String kana) {}
}
