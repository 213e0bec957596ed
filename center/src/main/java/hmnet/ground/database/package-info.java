/// The centre's PostgreSQL (データベース): embedded by default, any other by URL.
@ApplicationModule
@NullMarked
package hmnet.ground.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
