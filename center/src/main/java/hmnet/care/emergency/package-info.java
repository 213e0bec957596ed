/// The pages of the emergency doors: somebody is found, a door is opened, what is needed first is read (救急の入口の画面).
@ApplicationModule
@NullMarked
package hmnet.care.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
