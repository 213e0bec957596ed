package hmnet.ground.design;

import hmnet.ground.routes.Right;
import java.util.Set;

/// Whom a page greets (閲覧者): what its header says of the person signed in.
///
/// @param profession the profession's word, as in `profession.doctor`
/// @param rights what the menu may offer
/// @param idleSeconds after how long without a request the screen locks; 0 for never
public record Visitor(String name, String facility, String profession, Set<Right> rights, long idleSeconds) {
    public Visitor {
        rights = Set.copyOf(rights);
    }

    /// One whose screen never locks.
    public Visitor(String name, String facility, String profession, Set<Right> rights) {
        this(name, facility, profession, rights, 0);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }
}
