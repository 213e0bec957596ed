package hmnet.ground.design;

import hmnet.ground.routes.Right;
import java.util.Set;

/// Whom a page greets (閲覧者): what its header says of the person signed in.
///
/// @param profession the profession's word, as in `profession.doctor`
/// @param rights what the menu may offer
public record Visitor(String name, String facility, String profession, Set<Right> rights) {
    public Visitor {
        rights = Set.copyOf(rights);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }
}
