"""numpy, imported when the first number is asked for: most pages and commands count nothing.

`from ikz_award.domain.jury.arrays import np` in place of `import numpy as np`. Where an annotation names one of its types, the
module says `from __future__ import annotations`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    # Whole numbers, or Python integers (dtype object).
    Whole = NDArray[Any]
else:

    class _Later:
        """Stands for the module; what was asked of it once stands here from then on."""

        def __getattr__(self, name: str) -> Any:
            import numpy

            value = getattr(numpy, name)
            setattr(self, name, value)
            return value

    np = _Later()
    NDArray = Floats = Whole = Any

__all__ = ["Floats", "NDArray", "Whole", "np"]
