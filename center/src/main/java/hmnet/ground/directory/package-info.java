/// Facilities and the people who work there (参加施設・利用者).
@ApplicationModule
@NullMarked
package hmnet.ground.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
