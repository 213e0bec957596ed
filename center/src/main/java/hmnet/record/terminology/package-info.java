/// The code tables of the network (標準コード), and how far what facilities send has a standard code.
@ApplicationModule
@NullMarked
package hmnet.record.terminology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
