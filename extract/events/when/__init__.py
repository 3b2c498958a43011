"""When each event of a document happened: what words tell, what is counted from other events, what the context gives."""
