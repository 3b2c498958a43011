"""Put ``seeds/`` and ``assets/``, which lie outside the packages, into the built wheel as ``dashapp/seeds`` and ``dashapp/assets``.

Everything else that the build needs stands in ``pyproject.toml``; ``dashapp/resources.py`` finds the folders again.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SHARED_FOLDERS = ("seeds", "assets")


class BuildWithSharedFolders(build_py):
    """Copy the folders beside the packages into the built ``dashapp``."""

    def run(self) -> None:
        """Build the packages, then copy; an editable install reads the checkout's own folders."""
        super().run()
        if self.editable_mode:
            return
        for name in SHARED_FOLDERS:
            target = Path(self.build_lib) / "dashapp" / name
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(name, target)


setup(cmdclass={"build_py": BuildWithSharedFolders})
