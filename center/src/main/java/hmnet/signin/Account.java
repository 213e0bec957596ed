package hmnet.signin;

import org.jspecify.annotations.Nullable;

/// What a person signs in with (認証情報), as it is kept.
///
/// @param password null when none is valid: an initial one was used up, or none was ever given
record Account(@Nullable String password, boolean mustChange, byte @Nullable [] totpSecret) {
    static final Account NONE = new Account(null, false, null);
}
