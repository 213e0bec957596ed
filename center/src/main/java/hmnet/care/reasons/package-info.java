/// Why a reader sees what they see of an open chart (閲覧範囲の理由).
@ApplicationModule
@NullMarked
package hmnet.care.reasons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
