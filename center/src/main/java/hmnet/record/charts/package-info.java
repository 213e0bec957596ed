/// The one door to records (診療情報の開示).
@ApplicationModule
@NullMarked
package hmnet.record.charts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
