/// A day of ambulances through the emergency doors, and the reviews it leaves (審査の負荷の訓練), for the drill and the suite.
@NullMarked
package hmnet.bench.reviews;

import org.jspecify.annotations.NullMarked;
