package hmnet.ground.keys;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// What was asked for is erased (消去済み): the key that opened it was destroyed, for ever and on purpose.
@ResponseStatus(HttpStatus.GONE)
public final class ErasedKey extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ErasedKey(String what) {
        super(what + " is erased: its key was destroyed");
    }
}
