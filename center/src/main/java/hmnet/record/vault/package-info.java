/// Encryption of stored contents (封緘): envelopes, data keys, dictionaries.
@ApplicationModule
@NullMarked
package hmnet.record.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
