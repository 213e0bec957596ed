/// What a facility reads when the centre or its own system stands still: a sealed copy of its own records in one file
/// for any
/// browser (非常時の写し).
@ApplicationModule
@NullMarked
package hmnet.care.standby;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
