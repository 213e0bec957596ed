/// The time line of a chart (時系列): what happened where and when, one line per visit or order.
@ApplicationModule
@NullMarked
package hmnet.care.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
