package hmnet.record.vault;

import java.io.IOException;
import java.util.UUID;

/// An object of the file store is not what was sealed (壊れたファイル): cut, changed, exchanged, or gone.
public final class DamagedObject extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedObject(UUID object, String why) {
        super("The object " + object + " of the file store cannot be opened: " + why
                + ". Put it back from a backup; ./hmnet files check says which others are wrong");
    }
}
