/// The state of things on one screen (概要): the first page of a chart.
@ApplicationModule
@NullMarked
package hmnet.care.summary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
