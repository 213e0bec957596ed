/// Search inside one chart (カルテ内検索).
@ApplicationModule
@NullMarked
package hmnet.care.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
