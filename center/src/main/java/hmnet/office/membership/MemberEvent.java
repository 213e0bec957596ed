package hmnet.office.membership;

import hmnet.ground.database.ColumnWord;
import java.util.Locale;

/// What happened to an account (利用者の履歴の語). The word in the database is the name in small letters.
enum MemberEvent implements ColumnWord {
    /// Out from that moment on.
    LEFT,
    /// A last day was entered, or taken back.
    LEAVE_PLANNED,
    LEAVE_WITHDRAWN,
    /// Another profession, or a desk more or less.
    ROLE,
    /// In an emergency room from then on, or no longer.
    EMERGENCY_ROOM,
    /// A move was asked for, refused, carried out; and the new account it made.
    MOVE_ASKED,
    MOVE_REFUSED,
    MOVED,
    JOINED,
    /// Factors given anew: asked for, refused, objected to by the person, done.
    RENEWAL_ASKED,
    RENEWAL_REFUSED,
    RENEWAL_OBJECTED,
    RENEWED,
    /// A slip that nobody had used was ended.
    SLIP_ENDED;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
