/// What terms of medicine mean, in words that everybody knows (やさしい言葉).
@ApplicationModule
@NullMarked
package hmnet.care.plainwords;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
