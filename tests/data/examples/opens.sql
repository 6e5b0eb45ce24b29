SELECT s.SubscriberKey, COUNT(o.JobID) AS Opens
FROM _Sent s
LEFT JOIN _Open o ON o.JobID = s.JobID AND o.SubscriberKey = s.SubscriberKey
GROUP BY s.SubscriberKey
