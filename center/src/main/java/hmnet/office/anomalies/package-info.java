/// The log is looked through for readings out of the ordinary, and a desk deals with them (監査の気づき).
@ApplicationModule
@NullMarked
package hmnet.office.anomalies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
