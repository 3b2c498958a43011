"""Where each event of a document happened: what words tell, where the scene is, and where those act who do it."""
